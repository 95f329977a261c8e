import type { BotProfile } from '../../telegram/index.ts'

/** What is left to do, a line each: at @BotFather, and here. */
export function stepsFor(profile: BotProfile | undefined): readonly string[] {
  if (profile === undefined)
    return ['next:', '  npx paperboy doctor    checks everything', '  npx paperboy serve     starts the bot']
  const { username, canJoinGroups, readsGroups, isInline } = profile
  const steps = [
    ...(isInline ? [] : ['/setinline, so that articles can be shared from any chat']),
    ...(canJoinGroups ? [] : ['/setjoingroups → Enable, so that it can be added to groups']),
    ...(readsGroups
      ? ['/setprivacy → Enable: it does not need to see everything that is written in groups']
      : []),
    '/setuserpic, /setdescription and /setabouttext, so that readers know what it is',
  ]
  return [
    `@${username} is set up. Left to do at @BotFather:`,
    ...steps.map((step) => `  ${step}`),
    'then:',
    '  npx paperboy serve',
  ]
}
