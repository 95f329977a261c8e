// What a browser can do beside reading: copy with the source, share, print. The page works without it.
const told = document.querySelector('.told')
const article = document.querySelector('article')

/** The article as text, a paragraph a line, with where it was printed. */
const textOf = () => {
  const lines = [...article.querySelectorAll('.kicker, h1, .deck, .body > *')].map((it) =>
    it.textContent.trim(),
  )
  return `${lines.join('\n')}\n\n${article.dataset.source}`
}

const actions = {
  copy: async (button) => {
    await navigator.clipboard.writeText(textOf())
    told.textContent = button.dataset.done
  },
  share: async () => {
    await navigator.share({ title: document.title, url: document.querySelector('link[rel=canonical]').href })
  },
  print: async () => window.print(),
}
const can = { copy: Boolean(navigator.clipboard), share: Boolean(navigator.share), print: true }

for (const button of document.querySelectorAll('[data-do]')) {
  const name = button.dataset.do
  if (!can[name]) continue
  button.hidden = false
  button.addEventListener('click', (event) => {
    event.preventDefault()
    // Whoever closes the sheet of the system has changed their mind.
    actions[name](button).catch(() => {})
  })
}

// A longer quotation takes its source along, and the way to its first sentence.
document.addEventListener('copy', (event) => {
  const selection = document.getSelection()
  const selected = `${selection}`
  if (!article || selected.length < 30 || !event.clipboardData) return
  const { startContainer: at } = selection.getRangeAt(0)
  const start = (at instanceof Element ? at : at.parentElement)?.closest('.body [id]')
  const source = `${article.dataset.source}${start ? `#${start.id}` : ''}`
  event.clipboardData.setData('text/plain', `${selected}\n\n${source}`)
  event.preventDefault()
})

// The panel closes when one presses beside it.
const panel = document.querySelector('.display')
document.addEventListener('click', (event) => {
  if (panel.open && !panel.contains(event.target)) panel.open = false
})
