/**
 * What people call the places whose clocks they live by, if IANA has no zone of that name: Chinese (as `normalise`
 * folds it), pinyin and English names. A country with several zones names them all, the likeliest first.
 */
export const CITIES: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      [
        'Asia/Shanghai',
        '上海 北京 中国 大陆 广州 深圳 成都 重庆 天津 南京 杭州 武汉 西安 沈阳 哈尔滨 长春 大连 青岛 济南 郑州 长沙 昆明 福州 厦门 南宁 贵阳 兰州 合肥 南昌 太原 石家庄 海口 拉萨 beijing peking guangzhou shenzhen chengdu tianjin nanjing hangzhou wuhan china',
      ],
      ['Asia/Urumqi', '乌鲁木齐 新疆'],
      ['Asia/Hong_Kong', '香港 hongkong'],
      ['Asia/Macau', '澳门 macao'],
      ['Asia/Taipei', '台北 台湾 高雄 台中 台南 taiwan'],
      ['Asia/Singapore', '新加坡 星洲'],
      ['Asia/Kuala_Lumpur', '吉隆坡 马来西亚 malaysia'],
      ['Asia/Bangkok', '曼谷 泰国 thailand'],
      ['Asia/Jakarta', '雅加达 印尼 印度尼西亚'],
      ['Asia/Manila', '马尼拉 菲律宾 philippines'],
      ['Asia/Ho_Chi_Minh', '胡志明市 西贡 河内 越南 vietnam hanoi'],
      ['Asia/Tokyo', '东京 日本 大阪 京都 japan osaka'],
      ['Asia/Seoul', '首尔 汉城 韩国 釜山 korea'],
      ['Asia/Dubai', '迪拜 杜拜 阿联酋'],
      ['Asia/Kolkata', '新德里 孟买 印度 india mumbai delhi'],
      ['Europe/London', '伦敦 英国 曼彻斯特 uk england'],
      ['Europe/Paris', '巴黎 法国 france'],
      ['Europe/Berlin', '柏林 德国 法兰克福 慕尼黑 汉堡 germany munich frankfurt'],
      ['Europe/Madrid', '马德里 西班牙 巴塞罗那 spain barcelona'],
      ['Europe/Rome', '罗马 意大利 米兰 italy milan'],
      ['Europe/Amsterdam', '阿姆斯特丹 荷兰'],
      ['Europe/Zurich', '苏黎世 瑞士 日内瓦 geneva'],
      ['Europe/Vienna', '维也纳 奥地利'],
      ['Europe/Moscow', '莫斯科 俄罗斯'],
      ['America/New_York', '纽约 波士顿 华盛顿 费城 亚特兰大 迈阿密 美东 nyc boston washington'],
      ['America/Chicago', '芝加哥 休斯敦 休斯顿 达拉斯 houston dallas'],
      ['America/Los_Angeles', '洛杉矶 旧金山 三藩市 西雅图 圣何塞 硅谷 美西 la sanfrancisco seattle'],
      ['America/Toronto', '多伦多 渥太华 蒙特利尔 montreal ottawa'],
      ['America/Vancouver', '温哥华'],
      ['America/Sao_Paulo', '圣保罗 里约'],
      ['Australia/Sydney', '悉尼 雪梨 堪培拉 canberra'],
      ['Australia/Melbourne', '墨尔本'],
      ['Australia/Brisbane', '布里斯班'],
      ['Australia/Perth', '珀斯'],
      ['Pacific/Auckland', '奥克兰 新西兰 纽西兰 惠灵顿'],
      ['America/New_York America/Chicago America/Denver America/Los_Angeles', '美国 usa us'],
      ['America/Toronto America/Vancouver America/Edmonton', '加拿大 canada'],
      ['Australia/Sydney Australia/Melbourne Australia/Perth', '澳大利亚 澳洲 australia'],
    ] as const
  ).flatMap(([zones, names]) => names.split(' ').map((name) => [name, zones.split(' ')] as const)),
)
