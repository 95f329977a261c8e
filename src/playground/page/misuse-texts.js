// @ts-check
/** @import { Misuse } from '../control/misuse-error.ts' */

/**
 * What the reader is told when something cannot be done.
 * @type {Record<Misuse, string>}
 */
const TEXTS = {
  anonymous: '只有管理员才能匿名',
  empty: '空消息发不出去',
  fault: '没有说清是什么故障',
  'fault-error': '没有说清是什么错误',
  members: '群里要有人',
  moved: '这个群已升级为超级群',
  'no-bot-link': '这不是通往机器人的链接',
  'no-button': '这个按钮已经没有了',
  'no-chat': '没有这个聊天',
  'no-file': '这条结果的文件找不到',
  'no-group': '只有普通群才能升级',
  'no-message': '没有这条消息',
  'no-result': '这条结果已经没有了',
  'no-topic': '没有这个话题',
  'no-user': '没有这个人',
  'not-in-chat': '您不在这个聊天里',
  payload: 'start 参数只能有 1 到 64 个字母、数字、_ 或 -',
  status: '没有这种身份',
  'too-long': '太长了，一条消息最多 4096 个字',
  'user-id': '这个用户编号不能用',
}

/**
 * @param {Misuse | undefined} misuse
 * @returns {string}
 */
export const describeMisuse = (misuse) => (misuse && TEXTS[misuse]) || '没有成功'
