// @ts-check
/** @import { ChatState } from './store.js' */
import { renderAvatar } from './avatar.js'
import { summarise } from './bubble.js'
import { byId, el, findAll } from './element.js'
import { ownChats, store } from './store.js'

const list = byId('chats', HTMLUListElement)

/**
 * The speaker's chats, each with its latest message.
 * @param {(chatId: number) => void} open
 */
export function showChatList(open) {
  const focused = document.activeElement?.getAttribute('data-chat')
  list.replaceChildren(
    ...ownChats().map((state) => {
      const { chat } = state
      const button = el('button', {
        class: 'chat-button',
        'data-chat': chat.id,
        'aria-current': chat.id === store.chatId && 'true',
      })
      button.append(
        renderAvatar(chat.type === 'private' ? store.bot : chat),
        el(
          'span',
          { class: 'chat-line' },
          el('strong', {}, chat.type === 'private' ? store.bot.first_name : (chat.title ?? '')),
          el('small', {}, preview(state)),
        ),
      )
      if (state.unread > 0)
        button.append(
          el('span', { class: 'badge', 'aria-label': `${state.unread} 条未读` }, String(state.unread)),
        )
      button.addEventListener('click', () => open(chat.id))
      return el('li', {}, button)
    }),
  )
  if (focused) findAll(list, `[data-chat="${focused}"]`)[0]?.focus()
}

/** @param {ChatState} state */
function preview({ chat, messages }) {
  const latest = messages.at(-1)
  if (!latest) return chat.type === 'private' ? '还没有说过话' : '还没有消息'
  const text = summarise(latest)
  return chat.type === 'private' && latest.from.is_bot ? text : `${latest.from.first_name}：${text}`
}
