/**
 * A day of many chats on a virtual clock: `npm run torture:day [-- CHATS SEED]`. Of 10,000 chats 1,000 are groups and 100
 * channels. Fails if a digest is lost, comes twice, at another time or in another place.
 */
import { simulateDay } from '../test/support/torture/day-of-chats.ts'

const [chats = 10_000, seed = 1] = process.argv.slice(2).map(Number)
const [groups, channels] = [Math.round(chats / 10), Math.round(chats / 100)]
const began = performance.now()
const day = await simulateDay({
  privates: chats - groups - channels,
  groups,
  channels,
  seed,
  hours: [0, 23.7],
})
const { due, delivered, lost, twice, untimely, misplaced, buttonsInChannels, blocked, latestMs } = day
console.log(
  `seed ${seed}: ${chats} chats (${groups} groups, ${channels} channels), ${due} digests due, ${delivered} delivered, ` +
    `${blocked} chats had blocked the bot; lost ${lost}, twice ${twice}, untimely ${untimely}, misplaced ${misplaced}, ` +
    `buttons in channels ${buttonsInChannels}; the latest ${(latestMs / 1000).toFixed(0)} s after its time ` +
    `(${((performance.now() - began) / 1000).toFixed(0)} s)`,
)
if (lost + twice + untimely + misplaced + buttonsInChannels > 0) process.exitCode = 1
