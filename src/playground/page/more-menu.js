// @ts-check
import { byId, el, findAll } from './element.js'
import { openChat, store } from './store.js'
import { showFailure } from './toast.js'
import { act } from './wire.js'

/** @typedef {{ label: string, action: string, params: object }} MenuAction */

const menu = byId('more-menu', HTMLDivElement)

/** What may be done to the open chat, to see how the bot bears it. @returns {MenuAction[]} */
function menuActions() {
  const { chat, members, messages } = openChat()
  const status = members[store.bot.id]
  if (chat.type === 'private') {
    const isBlocked = status === 'kicked'
    return [
      {
        label: isBlocked ? '解除拉黑' : '拉黑机器人',
        action: 'set-blocked',
        params: { blocked: !isBlocked },
      },
      { label: '建一个频道', action: 'add-channel', params: { title: nextTitle() } },
    ]
  }
  if (chat.type === 'channel') return channelActions(chat.id, status, messages.at(-1)?.message_id)
  const isIn = status !== 'kicked' && status !== 'left'
  const isBotAdmin = status === 'administrator'
  const isAdmin = members[store.speakerId] === 'administrator' || members[store.speakerId] === 'creator'
  return [
    {
      label: isIn ? '把机器人移出群' : '请机器人回群',
      action: 'set-bot-status',
      params: { status: isIn ? 'kicked' : 'member' },
    },
    ...(isIn
      ? [
          {
            label: isBotAdmin ? '取消机器人的管理员' : '让机器人当管理员',
            action: 'set-bot-status',
            params: { status: isBotAdmin ? 'member' : 'administrator' },
          },
        ]
      : []),
    {
      label: isAdmin ? '把我降为普通成员' : '让我当管理员',
      action: 'set-user-status',
      params: { status: isAdmin ? 'member' : 'administrator' },
    },
    ...(chat.type === 'group' ? [{ label: '升级为超级群', action: 'migrate', params: {} }] : []),
  ]
}

/** A title that no channel has yet. */
function nextTitle() {
  const channels = [...store.chats.values()].filter(({ chat }) => chat.type === 'channel')
  return channels.length === 0 ? '晨读频道' : `晨读频道 ${channels.length + 1}`
}

/**
 * A channel is set up from the private chat: by making the bot an administrator, or by a post that is forwarded to it.
 * @param {number} chat
 * @param {string | undefined} status of the bot
 * @param {number | undefined} latest post
 * @returns {MenuAction[]}
 */
function channelActions(chat, status, latest) {
  const isAdmin = status === 'administrator'
  return [
    {
      label: isAdmin ? '撤掉机器人的管理员' : '让机器人当管理员',
      action: 'set-bot-status',
      params: { status: isAdmin ? 'kicked' : 'administrator' },
    },
    ...(latest === undefined
      ? []
      : [{ label: '把最新一条转发给机器人', action: 'forward', params: { chat, message: latest } }]),
  ]
}

/** @param {MenuAction} action */
async function perform({ action, params }) {
  menu.hidePopover()
  try {
    await act(action, { user: store.speakerId, chat: store.chatId, ...params })
  } catch (err) {
    showFailure(err)
  }
}

menu.addEventListener('beforetoggle', () => {
  const button = byId('more', HTMLButtonElement).getBoundingClientRect()
  menu.style.right = `${window.innerWidth - button.right}px`
  menu.replaceChildren(
    ...menuActions().map((action) => {
      const item = el('button', { role: 'menuitem', type: 'button' }, action.label)
      item.addEventListener('click', () => void perform(action))
      return item
    }),
  )
})
menu.addEventListener('toggle', () => findAll(menu, 'button')[0]?.focus())
menu.addEventListener('keydown', (event) => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  event.preventDefault()
  const items = findAll(menu, 'button')
  const step = event.key === 'ArrowDown' ? 1 : items.length - 1
  items[(items.findIndex((it) => it === document.activeElement) + step) % items.length]?.focus()
})
