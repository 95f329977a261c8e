/*
 * Runs in the browser: shortens each text until it fits its module, at the end of a sentence, and gives the paragraphs that are
 * left. A module that is too small for any text is taken off.
 */
Array.from(document.querySelectorAll('.module'), (module) => {
  const body = module.querySelector('.body')
  const overflows = () =>
    body.scrollWidth > body.clientWidth + 1 ||
    body.scrollHeight > body.clientHeight + 1 ||
    module.scrollHeight > module.clientHeight + 1
  while (overflows() && body.lastElementChild) {
    const last = body.lastElementChild
    const shorter = last.textContent.slice(0, -8).replace(/[^。！？]*$/u, '')
    if (shorter.length > 10) last.textContent = shorter
    else last.remove()
  }
  const left = Array.from(body.children, (it) => it.textContent)
  if (left.length === 0) module.remove()
  return left
})
