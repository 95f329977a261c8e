/*
 * Runs in the browser: lets the text of an L go on in its leg, shortens each text until it fits, at the end of a sentence, and gives the
 * paragraphs that are left, in the order of the modules. A module that is too small for any text is taken off.
 */
const overflows = (body) =>
  [body, body.closest('.module, .leg')].some(
    (it) => it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1,
  )

/** Moves what does not fit to the leg; a paragraph is parted where the room ends. */
const goOn = (body, leg) => {
  while (overflows(body) && body.lastElementChild) {
    const last = body.lastElementChild
    const whole = last.textContent
    let [fits, tried] = [0, whole.length]
    while (fits < tried) {
      const middle = Math.ceil((fits + tried) / 2)
      last.textContent = whole.slice(0, middle)
      if (overflows(body)) tried = middle - 1
      else fits = middle
    }
    const rest = document.createElement('p')
    rest.textContent = whole.slice(fits)
    if (fits > 0) rest.className = 'on'
    leg.prepend(rest)
    last.textContent = whole.slice(0, fits)
    if (fits === 0) last.remove()
    else break
  }
}

const shorten = (body) => {
  while (overflows(body) && body.lastElementChild) {
    const last = body.lastElementChild
    const shorter = last.textContent.slice(0, -8).replace(/[^。！？]*$/u, '')
    if (shorter.length > 10) last.textContent = shorter
    else last.remove()
  }
}

Array.from(document.querySelectorAll('.module'))
  .toSorted((a, b) => a.dataset.at - b.dataset.at)
  .map((module) => {
    const body = module.querySelector('.body')
    const leg = document.querySelector(`#leg-${module.dataset.at} .body`)
    if (leg) goOn(body, leg)
    shorten(leg ?? body)
    const left = Array.from(body.children, (it) => it.textContent)
    for (const it of leg?.children ?? [])
      if (it.className === 'on') left[left.length - 1] += it.textContent
      else left.push(it.textContent)
    if (left.length === 0) module.remove()
    return left
  })
