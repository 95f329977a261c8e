/** The surnames that nineteen of twenty Chinese bear (2020 census order, then others that reporters bear). */
const SINGLE =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪倪傅季梅裴童鲁阎骆岳齐庄殷庞宁安樊兰葛左尤岑柴俞凌欧关冉祝舒霍翟申纪耿芦牛华柯苗单詹管包靳甄阮柳焦吉聂甘鲍卓路盛辛项蒲褚娄窦卜蓝游艾饶危滕温屈解应宗焉郎牟全晏成伍敖谷喻占瞿费储桂党臧车尚司辜初连封郁闻米米苟仇隋娜木原边卞虞燕糜匡邢' +
  // Traditional forms of the same.
  '張劉陳楊黃趙吳孫馬羅鄭謝許韓鄧馮蕭葉蘇呂盧鍾鐘譚陸賈鄒閻龍陶賀顧龔邵萬錢戴嚴湯喬賴龐樊蘭單關齊莊紀畢費連溫應羣'
const DOUBLE = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '皇甫',
  '尉迟',
  '东方',
  '令狐',
  '慕容',
  '司徒',
  '公孙',
  '夏侯',
]

const singles = new Set(SINGLE)

const SHORT_HAN = /^[\p{Script=Han}]{2,4}$/u

/** Whether two to four Han characters look like a Chinese personal name. */
export const looksLikeName = (text: string): boolean =>
  SHORT_HAN.test(text) &&
  (text.length < 4 ? singles.has(text.charAt(0)) : DOUBLE.some((surname) => text.startsWith(surname)))
