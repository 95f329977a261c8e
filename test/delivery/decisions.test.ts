import { describe, expect, test } from 'vitest'
import { logResponse } from '../../src/delivery/log-response.ts'
import { nextStep } from '../../src/delivery/next-step.ts'
import type { ResponseClassification } from '../../src/delivery/response-classification.ts'
import type { SendJob } from '../../src/delivery/send-job.ts'
import { createWaitOfAll } from '../../src/delivery/wait-of-all.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { createRecordedLog } from '../support/recorded-log.ts'

const aJob = (given: Partial<SendJob> = {}): SendJob => ({
  method: 'sendMessage',
  priority: 'notice',
  isGroup: false,
  edits: undefined,
  chatId: 7,
  payload: {},
  plain: undefined,
  beforeCall: undefined,
  beforeRepeat: undefined,
  mayHaveArrived: false,
  failures: 0,
  notBeforeMs: 0,
  uselessAtMs: Number.POSITIVE_INFINITY,
  settle: () => {},
  ...given,
})
const description = 'words of Telegram'
const of = (kind: 'again' | 'unclear' | 'badMarkup' | 'targetGone' | 'refused') => ({ kind, description })
const gone = (reason: 'gone' | 'silenced') => ({ kind: 'chatGone', reason, description }) as const

describe('what becomes of a call', () => {
  const failed = (reason: string, forGood = true) => ({
    kind: 'settle',
    result: { kind: 'failed', reason, forGood },
  })
  const sent = (result: object) => ({ kind: 'settle', result: { kind: 'sent', ...result } })
  const beforeRepeat = async () => {}
  const reply = { priority: 'reply' } as const
  test.each<[string, ResponseClassification, Partial<SendJob>, object]>([
    ['done', { kind: 'done', result: { message_id: 5 } }, {}, sent({ messageId: 5 })],
    ['done, and nothing posted', { kind: 'done', result: true }, {}, sent({ messageId: undefined })],
    [
      'a message without a number',
      { kind: 'done', result: { message_id: '5' } },
      {},
      sent({ messageId: undefined }),
    ],
    [
      'a photo: its largest size',
      { kind: 'done', result: { message_id: 5, photo: [{ file_id: 'small' }, { file_id: 'large' }] } },
      {},
      sent({ messageId: 5, fileId: 'large' }),
    ],
    [
      'a photo without a size',
      { kind: 'done', result: { message_id: 5, photo: [] } },
      {},
      sent({ messageId: 5 }),
    ],
    [
      'a photo of another form',
      { kind: 'done', result: { message_id: 5, photo: [{ file_id: 1 }] } },
      {},
      sent({ messageId: 5 }),
    ],
    [
      'an album: the number of its first',
      {
        kind: 'done',
        result: [
          { message_id: 5, photo: [{ file_id: 'a' }] },
          { message_id: 6, photo: [{ file_id: 'b' }] },
        ],
      },
      {},
      sent({ messageId: 5, fileIds: ['a', 'b'] }),
    ],
    [
      'an album of which one is no photo',
      { kind: 'done', result: [{ message_id: 5, photo: [{ file_id: 'a' }] }, { message_id: 6 }] },
      {},
      sent({ messageId: 5 }),
    ],
    ['a wait', { kind: 'wait', seconds: 3 }, {}, { kind: 'again', waitMs: 3000, mark: false }],
    ['what passes', of('again'), {}, { kind: 'again', mark: false }],
    [
      'unclear, where nobody would know of the second',
      of('unclear'),
      {},
      { kind: 'settle', result: { kind: 'ambiguous' } },
    ],
    ['unclear, where it can be noted', of('unclear'), { beforeRepeat }, { kind: 'again', mark: true }],
    ['unclear, a reply', of('unclear'), reply, { kind: 'again', mark: true }],
    [
      'unclear, a reply for the second time',
      of('unclear'),
      { ...reply, mayHaveArrived: true },
      { kind: 'settle', result: { kind: 'ambiguous' } },
    ],
    ['unclear, an edit', of('unclear'), { method: 'editMessageText' }, { kind: 'again', mark: false }],
    ['moved', { kind: 'moved', to: -100 }, {}, { kind: 'moved', to: -100 }],
    ['moved to where it is', { kind: 'moved', to: 7 }, {}, failed('refused')],
    ['HTML, where there is a plain text', of('badMarkup'), { plain: () => ({}) }, { kind: 'plain' }],
    ['HTML, where there is none', of('badMarkup'), {}, failed('refused')],
    ['a chat that is gone', gone('gone'), {}, failed('gone')],
    ['a chat that is silenced', gone('silenced'), {}, failed('silenced')],
    ['a message that is gone', of('targetGone'), {}, failed('targetGone')],
    ['refused', of('refused'), {}, failed('refused')],
  ])('%s', (_what, classification, job, step) => {
    const found = nextStep(classification, aJob(job), 0.5)
    expect(found).toMatchObject(step)
    // Nothing besides, but how long to wait.
    if (found.kind === 'settle') expect(found).toEqual(step)
  })

  test('each failure waits longer than the one before', () => {
    const waits = [0, 1, 2].map((failures) => nextStep(of('again'), aJob({ failures }), 0.5))
    const ms = waits.map((it) => (it.kind === 'again' ? it.waitMs : 0))
    expect(ms[0]).toBeGreaterThan(0)
    expect(ms[1]).toBeGreaterThan(ms[0] ?? 0)
    expect(ms[2]).toBeGreaterThan(ms[1] ?? 0)
  })
})

describe('the log', () => {
  const again = (mark: boolean) => ({ kind: 'again', waitMs: 1000, mark }) as const
  const settle = { kind: 'settle', result: { kind: 'ambiguous' } } as const
  test.each([
    ['what succeeded', { kind: 'done', result: true }, settle, []],
    ['a wait, which is told by those who keep it', { kind: 'wait', seconds: 3 }, again(false), []],
    ['a move, which is told by those who note it', { kind: 'moved', to: 8 }, { kind: 'moved', to: 8 }, []],
    [
      'HTML that is sent as plain text',
      of('badMarkup'),
      { kind: 'plain' },
      ['error: HTML was refused: sent as plain text'],
    ],
    ['HTML that is not', of('badMarkup'), settle, ['error: HTML was refused']],
    ['what is refused', of('refused'), settle, ['error: Telegram refuses a call']],
    ['a message that is gone', of('targetGone'), settle, ['debug: nobody to send to']],
    ['a chat that is gone', gone('gone'), settle, ['debug: nobody to send to']],
    [
      'what may come twice',
      of('unclear'),
      again(true),
      ['warn: a message may have arrived; sending it again, as a possible duplicate'],
    ],
    ['what is tried again', of('again'), again(false), ['warn: a call failed, trying again']],
    ['what may have arrived', of('unclear'), settle, ['warn: a call failed']],
  ] as const)('of %s', (_what, classification, step, lines) => {
    const log = createRecordedLog()
    logResponse(log, classification, step, aJob())
    expect(log.lines).toEqual(lines)
  })
})

describe('the budgets of all processes', () => {
  test('are asked for the chat, its kind and whether somebody waits; what is owed is told when the call is over', async () => {
    const asked: unknown[] = []
    const over = async () => {}
    const wait = createWaitOfAll(
      { take: async (call) => (asked.push(call), { waitMs: asked.length === 1 ? 250 : -3, over }) },
      { clock: createManualClock(), log: createRecordedLog() },
    )
    const job = aJob({ chatId: -5, isGroup: true })
    expect(await wait(job)).toBe(250)
    expect(job.over).toBe(over)
    expect(await wait(aJob({ priority: 'reply' }))).toBe(0)
    expect(asked).toEqual([
      { chatId: -5, isGroup: true, isNotice: true },
      { chatId: 7, isGroup: false, isNotice: false },
    ])
  })

  test('that cannot be asked are asked three times for each call; then two calls a second go, each with a line', async () => {
    const clock = createManualClock()
    const log = createRecordedLog()
    const wait = createWaitOfAll(
      {
        take: async () => {
          throw new Error('away')
        },
      },
      { clock, log },
    )
    const jobs = [aJob(), aJob(), aJob()]
    for (const job of jobs) expect([await wait(job), await wait(job)]).toEqual([500, 500])
    const [one, two, three] = jobs as [SendJob, SendJob, SendJob]
    expect(await wait(one)).toBe(0)
    clock.advance(100)
    expect(await wait(two)).toBe(0)
    expect(log.lines).toHaveLength(2)
    expect(await wait(three)).toBe(900)
    clock.advance(899)
    expect(await wait(three)).toBe(1)
    clock.advance(1)
    expect(await wait(three)).toBe(0)
    expect(log.lines).toEqual(
      Array.from(jobs, () => 'warn: the budgets of all bots cannot be asked: sending little'),
    )
  })
})
