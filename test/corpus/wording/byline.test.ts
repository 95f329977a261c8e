import { expect, test } from 'vitest'
import { readBareNames, readByline, readLeadByline } from '../../../src/corpus/wording/byline.ts'
import { readSignature } from '../../../src/corpus/wording/signature.ts'

test.each([
  ['本报记者 张三', { names: ['张三'], agency: '本报' }],
  ['江南日报记者 李霞 陈世芳', { names: ['李霞', '陈世芳'], agency: '江南日报' }],
  ['本报记者 张 伟 陈国华', { names: ['张伟', '陈国华'] }],
  ['江南日报记者 蔡宇 文/图', { names: ['蔡宇'] }],
  ['（本报记者 王小明）', { names: ['王小明'] }],
  ['通讯员 刘洋', { names: ['刘洋'] }],
  ['本报驻澳大利亚 记者 李霞', { names: ['李霞'], agency: '本报' }],
  ['杨帆 江南日报记者 李霞', { names: ['李霞', '杨帆'] }],
  ['□本报记者 李霞', { names: ['李霞'], agency: '本报' }],
  ['■ 记者 李霞 陈世芳', { names: ['李霞', '陈世芳'] }],
  ['文/图 本报记者 李霞', { names: ['李霞'] }],
  ['本报记者 李霞 北京报道', { names: ['李霞'] }],
  ['文/李霞 图/陈世芳', { names: ['李霞', '陈世芳'] }],
  ['李霞/文 陈世芳/图', { names: ['李霞', '陈世芳'] }],
  ['本报记者 欧阳修文 仝晓', { names: ['欧阳修文', '仝晓'] }],
  ['本报记者 尉迟恭 令狐冲', { names: ['尉迟恭', '令狐冲'] }],
  ['本报记者 阿依古丽·艾合买提 王明', { names: ['阿依古丽·艾合买提', '王明'] }],
  ['本报记者 覃 芳 逄金一', { names: ['覃芳', '逄金一'] }],
  ['本报记者 鞠萍 郤明 亓新', { names: ['鞠萍', '郤明', '亓新'] }],
  ['通讯员 司马晴', { names: ['司马晴'] }],
  ['本报记者 次仁卓玛', { names: ['次仁卓玛'] }],
  ['（本报记者 李霞 北京报道）', { names: ['李霞'] }],
  ['（本报记者 李霞 综合报道）', { names: ['李霞'] }],
  ['图文：江城日报记者 李霞', { names: ['李霞'], agency: '江城日报' }],
  ['采写 丨 本报记者 李霞', { names: ['李霞'], agency: '本报' }],
  ['本报记者 李霞 发自北京报道', { names: ['李霞'] }],
  ['本报记者 李霞 摄影报道', { names: ['李霞'] }],
  ['本报评论员', { names: ['本报评论员'] }],
  ['江城日报特约评论员', { names: ['江城日报特约评论员'] }],
  ['作者：李霞', { names: ['李霞'] }],
  ['（记者 李霞 文并摄）', { names: ['李霞'] }],
  ['文：李霞 图：陈世芳', { names: ['李霞', '陈世芳'] }],
  // One of two is a common name; one of three is not enough.
  ['通讯员 李霞 格桑', { names: ['李霞', '格桑'] }],
  ['By Li Ming, Chen Guohua', { names: ['Li Ming', 'Chen Guohua'] }],
  ['By Li Ming and Chen Guohua', { names: ['Li Ming', 'Chen Guohua'] }],
])('readByline reads %j', (text, byline) => {
  expect(readByline(text)).toMatchObject(byline)
})

test.each([
  '记者从市商务局获悉',
  '菲律宾时政评论员表示',
  '记者节活动举行。',
  '全市工作会议召开',
  '本报记者直击现场',
  '图/书/馆',
  '通讯员 扎西 次仁 李霞',
  '李霞）',
  '本报记者 李霞）',
  '记者 李霞 陈世芳)',
  '本报记者 李霞）陈世芳',
  '江城的本报评论员',
  '文/图',
  '文/李霞 图/大桥',
  '大桥/文 李霞/图',
  '本报记者 李霞 北京报道称',
  'By the way',
  'By Li',
  '说：采写本报记者 李霞',
  `本报记者 ${'李霞 '.repeat(30)}`,
])('readByline takes %j for no byline', (text) => {
  expect(readByline(text)).toBeUndefined()
})

test.each([
  ['本报讯（江南日报记者 胡锐凯 受访单位供图）6月6日', ['胡锐凯']],
  ['新华社北京6月25日电（记者王明、李芳）全国', ['王明', '李芳']],
  ['（记者 刘洋）昨日', ['刘洋']],
  ['本报讯（记者 欧阳雪李芳）昨日', ['欧阳雪', '李芳']],
  ['新华社乌鲁木齐6月25日电（记者阿依努尔、买买提·艾力）全国', ['阿依努尔', '买买提·艾力']],
  ['本报讯（记者 仝晓 通讯员 亓新）昨日', ['仝晓', '亓新']],
  ['本报讯（记者 李霞陈世芳）昨日', ['李霞', '陈世芳']],
  ['本报讯（记者 王小明李芳芳）昨日', ['王小明', '李芳芳']],
  ['本报记者 刘洋 报道 昨日', ['刘洋']],
  ['〔記者劉洋／臺北報導〕昨日', ['劉洋']],
  ['会议召开（见图），市领导出席。', undefined],
  // The bracket of a lead begins within thirty characters.
  [`${'大'.repeat(30)}（记者 李霞）昨日`, ['李霞']],
  [`${'大'.repeat(31)}（记者 李霞）昨日`, undefined],
])('readLeadByline reads %j', (text, names) => {
  expect(readLeadByline(text)?.names).toEqual(names)
})

test.each([
  ['贡献力量！” 新华社北京6月25日电', { dateline: '新华社北京6月25日电' }],
  ['持续提升美誉度。江南日报记者 唐小未', { byline: { names: ['唐小未'] } }],
  ['茶农笑开了颜。（李霞 陈世芳）', { byline: { names: ['李霞', '陈世芳'] } }],
  ['茶农笑开了颜。（据新华社电）', { dateline: '新华社电' }],
  ['茶农笑开了颜。综合新华社、央视新闻报道', { dateline: '新华社、央视新闻电' }],
  // Behind the last of several sentences, whatever stands behind those before it.
  ['大桥通车。（李霞）记者看到，游人很多。江南日报记者 唐小未', { at: 19, byline: { names: ['唐小未'] } }],
  ['会议在北京举行。（见图）', undefined],
  ['会议在北京举行。', undefined],
])('readSignature finds what is glued to %j', (text, signature) => {
  if (signature) expect(readSignature(text)).toMatchObject(signature)
  else expect(readSignature(text)).toBeUndefined()
})

test.each([
  ['张剑 杨二', ['张剑', '杨二']],
  ['李 霞', ['李霞']],
  ['玛丽娜·拉古什', ['玛丽娜·拉古什']],
  ['艾瑞克·森超驻足拍照', undefined],
  ['高质量', undefined],
  ['全市集市改造', undefined],
])('readBareNames reads %j', (text, names) => {
  expect(readBareNames(text)?.names).toEqual(names)
})
