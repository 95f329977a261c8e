import { expect, test } from 'vitest'
import { LANGUAGES, textsOf } from '../../../src/chat/texts/index.ts'
import { renderPeriod } from '../../../src/chat/views/period-name.ts'
import { renderDate, renderDayOfWeek, renderDays } from '../../../src/chat/views/source-line.ts'
import { anArticle } from '../../support/articles.ts'

test.each([
  ['zh-Hans', '2024年6月8日 周六'],
  ['zh-Hant', '2024年6月8日 週六'],
  ['en', 'Sat 8 June 2024'],
] as const)('in %s a day with its weekday is %s', (language, day) => {
  expect(renderDayOfWeek('2024-06-08', textsOf(language))).toBe(day)
})

test.each(LANGUAGES.map((texts) => [texts.language, texts] as const))(
  'in %s days over the end of a year name both years, days of one year name it once',
  (_language, texts) => {
    const over = renderDays('2023-12-30', '2024-01-05', texts)
    expect(over).toContain('2023')
    expect(over).toContain('2024')
    expect(renderDays('2024-06-03', '2024-06-09', texts).match(/2024/g)).toHaveLength(1)
    expect(renderDays('2024-06-03', '2024-06-03', texts).match(/2024/g)).toHaveLength(1)
  },
)

test.each(
  (['day', 'week', 'month'] as const).flatMap((by) =>
    LANGUAGES.map((texts) => [by, texts.language, texts] as const),
  ),
)('a %s of another year than the one named before says its year, in %s', (by, _language, texts) => {
  const period = { from: '2024-01-01', to: '2024-01-31' }
  const before = (from: string) => renderPeriod(period, by, texts, { from, to: from })
  expect(before('2023-12-01')).toContain('2024')
  expect(before('2024-03-01')).not.toContain('2024')
})

test('a day is said to be inferred only if it was, and a day without its year says so', () => {
  const texts = textsOf('zh-Hans')
  const date = (datePrecision: 'printed' | 'file' | 'inferred') =>
    renderDate(anArticle({ issueDate: '2024-06-08', datePrecision }), texts)
  expect(date('printed')).toBe('2024年6月8日')
  expect(date('file')).toBe('2024年6月8日')
  expect(date('inferred')).not.toBe('2024年6月8日')
  expect(date('inferred')).toContain('2024年6月8日')
  const yearless = renderDate(anArticle({ issueMonthDay: '06-08' }), texts)
  expect(yearless).toContain('6月8日')
  expect(yearless).not.toBe('6月8日')
})
