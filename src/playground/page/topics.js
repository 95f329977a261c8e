// @ts-check
import { byId, el, findAll } from './element.js'
import { openChat, store } from './store.js'

const bar = byId('topics', HTMLDivElement)

/** The topics of a forum as tabs, one of which is looked at. */
export function showTopics() {
  const topics = Object.entries(openChat().topics)
  bar.hidden = topics.length === 0
  bar.replaceChildren(
    ...[['0', '全部'], ...topics].map(([id, name]) => {
      const isOpen = Number(id) === store.threadId
      const attributes = { role: 'tab', 'aria-selected': String(isOpen), tabindex: isOpen ? 0 : -1 }
      return el('button', { ...attributes, 'data-thread': id, 'aria-controls': 'messages' }, name)
    }),
  )
}

/**
 * A click chooses a topic; the arrow keys go from one to the next.
 * @param {(threadId: number) => void} open
 */
export function startTopics(open) {
  bar.addEventListener('click', ({ target }) => {
    const tab = target instanceof HTMLElement ? target.dataset['thread'] : undefined
    if (tab !== undefined) open(Number(tab))
  })
  bar.addEventListener('keydown', ({ key }) => {
    const tabs = findAll(bar, '[role=tab]')
    const step = { ArrowRight: 1, ArrowLeft: tabs.length - 1 }[key]
    if (step === undefined) return
    const next = (tabs.findIndex((it) => it === document.activeElement) + step) % tabs.length
    open(Number(tabs[next]?.dataset['thread']))
    findAll(bar, '[role=tab]')[next]?.focus()
  })
}
