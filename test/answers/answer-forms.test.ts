import { expect, test } from 'vitest'
import { answerFormsIn } from '../../src/answers/answer-forms.ts'
import { normalise } from '../../src/language/index.ts'

const stretches = (sentence: string, kind: 'list' | 'person' | 'reason' | 'place') => {
  const text = normalise(sentence)
  return answerFormsIn(text, { kind, units: [], precision: undefined }).map(({ range }) =>
    text.slice(...range),
  )
}

test('a list ends where its clause ends: sentences are compared in normal form, with half-width commas', () => {
  expect(stretches('入选的有石桥镇、柳湾镇和白塔镇，其他地方明年再评。', 'list')).toContain(
    '入选的有石桥镇、柳湾镇和白塔镇',
  )
})

test('whoever is chosen by a body may be one without a surname that is known', () => {
  expect(stretches('理事会推选欧阳青山。', 'person')).toContain('推选欧阳青山')
})
