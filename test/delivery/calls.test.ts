import { describe, expect, test } from 'vitest'
import type { Keyboard } from '../../src/chat/index.ts'
import { html } from '../../src/chat/markup/html.ts'
import { aDelivery, aMessage, privately } from '../support/delivery.ts'
import { type MadeCall, posted, refusal, type Scripted, tooMany } from '../support/scripted-api.ts'

const reply = { priority: 'reply' } as const
const done: Scripted = { answer: { kind: 'ok', result: true } }
const payloads = (calls: readonly MadeCall[]) => calls.map(({ payload }) => payload)

describe('what Telegram is given', () => {
  test('a message with its buttons, into the topic that it belongs to', async () => {
    const buttons: Keyboard = [
      [
        { text: '下一页', callbackData: 'p.1' },
        { text: '网页', url: 'https://example.com/' },
      ],
      [{ text: '转发', share: '成都' }],
    ]
    const { delivery, clock, calls } = await aDelivery(() => posted())
    await clock.run(delivery.send({ chatId: -7, threadId: 3 }, { html: html`<b>文</b>`, buttons }, reply))
    await clock.run(delivery.edit({ chatId: -7, threadId: 3 }, 12, aMessage('页')))
    const form = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } }
    expect(payloads(calls)).toEqual([
      {
        ...form,
        chat_id: -7,
        message_thread_id: 3,
        text: '<b>文</b>',
        reply_markup: {
          inline_keyboard: [
            [
              { text: '下一页', callback_data: 'p.1' },
              { text: '网页', url: 'https://example.com/' },
            ],
            [
              {
                text: '转发',
                switch_inline_query_chosen_chat: {
                  query: '成都',
                  allow_user_chats: true,
                  allow_group_chats: true,
                  allow_channel_chats: true,
                },
              },
            ],
          ],
        },
      },
      { ...form, chat_id: -7, message_id: 12, text: '<b>页</b>', reply_markup: { inline_keyboard: [] } },
    ])
  })

  test.each([
    [[], {}],
    [['好'], { text: '好' }],
    [['好', true], { text: '好', show_alert: true }],
    [['字'.repeat(201)], { text: '字'.repeat(200) }],
  ] as const)('the answer to a press, %j', async (given, expected) => {
    const { delivery, clock, calls } = await aDelivery(() => done)
    const [toast, stays] = given as readonly [string?, boolean?]
    expect(await clock.run(delivery.answerPress('9', toast, stays))).toEqual({ kind: 'done', result: true })
    expect(calls.map(({ method }) => method)).toEqual(['answerCallbackQuery'])
    expect(payloads(calls)).toEqual([{ callback_query_id: '9', ...expected }])
  })

  test('the answer to an inline query, for whoever asks alone', async () => {
    const { delivery, clock, calls } = await aDelivery(() => done)
    const cards = [{ id: 'a', title: '题', description: '说明', message: aMessage('文') }]
    await clock.run(delivery.answerInline('5', { cards, next: '10' }))
    await clock.run(delivery.answerInline('6', { cards, next: '', hint: '怎么搜' }))
    const results = [
      {
        type: 'article',
        id: 'a',
        title: '题',
        description: '说明',
        input_message_content: {
          message_text: '<b>文</b>',
          parse_mode: 'HTML',
          link_preview_options: { is_disabled: true },
        },
        reply_markup: { inline_keyboard: [] },
      },
    ]
    const shared = { results, cache_time: 60, is_personal: true }
    expect(calls.map(({ method }) => method)).toEqual(['answerInlineQuery', 'answerInlineQuery'])
    expect(payloads(calls)).toEqual([
      { inline_query_id: '5', ...shared, next_offset: '10' },
      {
        inline_query_id: '6',
        ...shared,
        next_offset: '',
        button: { text: '怎么搜', start_parameter: 'inline' },
      },
    ])
  })
})

describe('a call beside the queue', () => {
  const started = async (script: (call: MadeCall, nth: number) => Scripted) => {
    const made = await aDelivery(script)
    const beganMs = made.clock.now()
    return {
      ...made,
      times: () => made.calls.map(({ atMs }) => atMs - beganMs),
      now: () => made.clock.now() - beganMs,
    }
  }
  const failure = (reason: string, description: string) => ({ kind: 'failed', reason, description })

  test('that hangs is given up after five seconds, and made once more while it is of use', async () => {
    const { delivery, clock, times, now } = await started(() => 'hang')
    expect(await clock.run(delivery.answerPress('9'))).toEqual(failure('unreachable', 'no answer in time'))
    expect([times(), now()]).toEqual([[0, 5250], 10_000])
  })

  test('that fails in passing is made again, later and later, until it is of no use', async () => {
    const { delivery, clock, times } = await started(() => refusal(502, 'Bad Gateway'))
    expect(await clock.run(delivery.call('getChat', {}, 2000))).toEqual(failure('unreachable', 'Bad Gateway'))
    expect(times()).toEqual([0, 250, 750, 1750])
  })

  test('is not made at the moment from which on it is of no use', async () => {
    const { delivery, clock, times } = await started(() => refusal(502, 'Bad Gateway'))
    await clock.run(delivery.call('getChat', {}, 750))
    expect(times()).toEqual([0, 250])
  })

  test('waits as long as it was told, with all calls of its method and no other', async () => {
    const { delivery, clock, calls, times } = await started((_call, nth) => (nth === 1 ? tooMany(3) : done))
    const first = delivery.call('setMyCommands', {}, 60_000)
    await clock.run(clock.sleep(10))
    const others = [delivery.call('setMyCommands', {}, 60_000), delivery.call('getMe', {}, 60_000)]
    await clock.run(Promise.all([first, ...others]))
    expect(calls.map(({ method }, i) => [method, times()[i]])).toEqual([
      ['setMyCommands', 0],
      ['getMe', 10],
      ['setMyCommands', 3000],
      ['setMyCommands', 3000],
    ])
  })

  test('that is told to wait for longer than it is of use fails at once', async () => {
    const { delivery, clock, times, now } = await started(() => tooMany(60))
    expect(await clock.run(delivery.answerPress('9'))).toEqual(failure('tooLate', ''))
    expect([times(), now()]).toEqual([[0], 0])
  })

  test.each([
    ['query is too old', 'targetGone', 400],
    ['chat not found', 'gone', 400],
    ['not enough rights to send text messages to the chat', 'silenced', 400],
    ["can't parse entities: x", 'refused', 400],
    ['message text is empty', 'refused', 400],
    ['bot was blocked by the user', 'gone', 403],
  ])('that is refused with “%s” is made once', async (words, reason, code) => {
    const { delivery, clock, calls, said } = await started(() => refusal(code, words))
    expect(await clock.run(delivery.call('getChat', {}, 60_000))).toEqual(failure(reason, words))
    expect(calls).toHaveLength(1)
    // A press that nobody waits for any more is nothing to look into.
    expect(said().includes('"level":40')).toBe(reason !== 'targetGone')
    expect(said()).toContain(words)
  })

  test('to a chat with another id now is refused', async () => {
    const { delivery, clock } = await started(() => refusal(400, 'upgraded', { migrateToChatId: -100 }))
    expect(await clock.run(delivery.call('getChat', {}, 60_000))).toMatchObject({
      kind: 'failed',
      reason: 'refused',
    })
  })

  test('is given up with the bot, and none begins after its end', async () => {
    const { delivery, clock, times, now } = await started(() => 'hang')
    const hanging = delivery.call('getChat', {}, 60_000)
    await clock.run(delivery.close(1000))
    expect(now()).toBe(1000)
    expect(await clock.run(hanging)).toEqual(failure('closed', 'no answer in time'))
    await clock.run(clock.sleep(1))
    expect(await clock.run(delivery.call('getMe', {}, 60_000))).toMatchObject({ reason: 'closed' })
    expect(times()).toEqual([0])
  })
})

describe('the end', () => {
  test('waits for what is under way, calls no notice any more, and is over when all is decided', async () => {
    const { delivery, clock, calls } = await aDelivery(() => ({ ...posted(), afterMs: 300 }))
    const beganMs = clock.now()
    const sent = ['一', '二'].map((it) => delivery.send(privately(7), aMessage(it), reply))
    const notice = delivery.send(privately(7), aMessage('报'), { priority: 'notice' })
    await clock.run(delivery.close(5000))
    expect(clock.now() - beganMs).toBe(600)
    expect((await Promise.all(sent)).map(({ kind }) => kind)).toEqual(['sent', 'sent'])
    expect(await notice).toEqual({ kind: 'failed', reason: 'closed', forGood: false })
    expect(calls).toHaveLength(2)
  })

  test('gives up what has no time left', async () => {
    const { delivery, clock, calls } = await aDelivery(() => 'hang')
    const beganMs = clock.now()
    const sent = ['一', '二'].map((it) => delivery.send(privately(7), aMessage(it), reply))
    await clock.run(delivery.close(2000))
    expect(clock.now() - beganMs).toBe(2000)
    expect((await Promise.all(sent)).map(({ kind }) => kind)).toEqual(['ambiguous', 'failed'])
    expect(calls).toHaveLength(1)
  })
})

describe('a line of replies', () => {
  test('holds a hundred for one chat; the next one is told to be too late', async () => {
    const { delivery, clock, said } = await aDelivery(() => ({ ...posted(), afterMs: 10 }))
    const first = delivery.send(privately(7), aMessage('零'), reply)
    const sent = Array.from({ length: 100 }, (_, n) => delivery.send(privately(7), aMessage(`${n}`), reply))
    const notices = Array.from({ length: 3 }, () =>
      delivery.send(privately(7), aMessage('报'), { priority: 'notice' }),
    )
    expect(said()).not.toContain('too many')
    const last = delivery.send(privately(7), aMessage('多'), reply)
    expect(await clock.run(last)).toEqual({ kind: 'failed', reason: 'tooLate', forGood: false })
    expect(said()).toContain('too many replies wait for a chat')
    const outcomes = await clock.run(Promise.all([first, ...sent, ...notices]))
    expect(outcomes.every(({ kind }) => kind === 'sent')).toBe(true)
  })

  test('lets a later edit of the same message take the place of one that waits, and of no other', async () => {
    const { delivery, clock, calls } = await aDelivery(() => ({ ...posted(), afterMs: 100 }))
    const edits = [3, 3, 4, 3].map((messageId, n) => delivery.edit(privately(7), messageId, aMessage(`${n}`)))
    const outcomes = await clock.run(Promise.all(edits))
    expect(outcomes.map((it) => (it.kind === 'failed' ? it.reason : it.kind))).toEqual([
      'sent',
      'outdated',
      'sent',
      'sent',
    ])
    expect(calls.map(({ text }) => text)).toEqual(['<b>0</b>', '<b>2</b>', '<b>3</b>'])
  })

  test('is asked right before the call, and takes a no, or no answer, for withdrawn', async () => {
    const { delivery, clock, calls, said } = await aDelivery(() => posted())
    const withdrawn = { kind: 'failed', reason: 'withdrawn', forGood: false }
    const send = (beforeCall: () => Promise<boolean>) =>
      clock.run(delivery.send(privately(7), aMessage('文'), { ...reply, beforeCall }))
    expect(await send(async () => false)).toEqual(withdrawn)
    expect(said()).not.toContain('"level":50')
    expect(await send(() => Promise.reject(new Error('the disk is full')))).toEqual(withdrawn)
    expect(said()).toContain('cannot note that a message is on its way')
    expect(calls).toEqual([])
    expect(await send(async () => true)).toMatchObject({ kind: 'sent' })
  })
})

describe('what is known of chats', () => {
  test('is reported once for each change, and again where the report failed', async () => {
    const told: string[] = []
    let isBroken = false
    const note = async (what: string) => {
      told.push(what)
      if (isBroken) throw new Error('the disk is full')
    }
    const { delivery, said } = await aDelivery(() => posted(), {
      events: {
        onGone: (chatId, reason) => note(`${chatId} ${reason}`),
        onBack: (chatId) => note(`${chatId} back`),
        onMoved: (from, to) => note(`${from} is ${to}`),
      },
    })
    const { availability } = delivery
    availability.noteHeard(7)
    availability.noteHeard(7)
    availability.noteGone(7, 'silenced')
    availability.noteGone(7, 'gone')
    expect(availability.isGone(7)).toBe(true)
    availability.noteHeard(7)
    expect(availability.isGone(7)).toBe(false)
    availability.noteMoved(-1, -1)
    availability.noteMoved(-1, -100)
    availability.noteMoved(-1, -100)
    expect([availability.currentId(-1), availability.currentId(-100)]).toEqual([-100, -100])
    await availability.idle()
    expect(told).toEqual(['7 back', '7 silenced', '7 back', '-1 is -100'])
    isBroken = true
    availability.noteHeard(8)
    await availability.idle()
    expect(said()).toContain('cannot note that a chat is back')
    isBroken = false
    availability.noteHeard(8)
    availability.noteHeard(8)
    await availability.idle()
    expect(told.slice(4)).toEqual(['8 back', '8 back'])
  })

  test('is that of 50,000 chats at most', async () => {
    const { delivery, events } = await aDelivery(() => posted())
    const { availability } = delivery
    for (let chatId = 1; chatId <= 50_000; chatId++) availability.noteHeard(chatId)
    availability.noteHeard(1)
    await availability.idle()
    expect(events).toHaveLength(50_000)
    availability.noteHeard(50_001)
    availability.noteHeard(1)
    await availability.idle()
    expect(events.slice(50_000)).toEqual([
      ['back', 50_001],
      ['back', 1],
    ])
  })
})

describe('the log', () => {
  test.each([
    ['HTML was refused: sent as plain text', '50', ["can't parse entities: x"]],
    ['HTML was refused"', '50', ["can't parse entities: x", "can't parse entities: x"]],
    ['Telegram refuses a call', '50', ['message text is empty']],
    ['nobody to send to', '20', ['chat not found']],
    ['nobody to send to', '20', ['message thread not found']],
  ])('says %s at level %s', async (words, level, refusals) => {
    const { delivery, clock, said } = await aDelivery((_call, nth) => {
      const description = refusals[nth - 1]
      return description === undefined ? posted() : refusal(400, description)
    })
    await clock.run(delivery.send(privately(7), aMessage('文'), reply))
    const lines = said()
      .split('\n')
      .filter((it) => it.includes(words))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(`"level":${level}`)
    expect(lines[0]).toContain(refusals.at(-1))
  })

  test('says nothing of a call that succeeds', async () => {
    const { delivery, clock, said } = await aDelivery(() => posted())
    await clock.run(delivery.send(privately(7), aMessage('文'), reply))
    expect(said()).toBe('')
  })
})
