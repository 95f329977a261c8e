import type { Edition } from '../../digest/index.ts'
import type { ListSpec } from '../../store/index.ts'
import type { Texts } from '../texts/index.ts'
import type { Parts } from '../turn/parts.ts'
import { renderDigest } from '../views/digest-view.ts'
import { renderDay, renderDays } from '../views/source-line.ts'
import type { ListPage, PageRequest } from './page.ts'

/** What a digest is of: its kind, its day and its stories in order. */
export type DigestSpec = Extract<ListSpec, { kind: 'digest' }>

/** An edition as a list. */
export function digestSpec({ kind: edition, digest: { from, date, sections } }: Edition): DigestSpec {
  const stories = sections.flatMap((it) => it.stories)
  const followUps = stories.flatMap(({ id, followUp }) =>
    followUp === undefined ? [] : [[id, followUp] as const],
  )
  return {
    kind: 'digest',
    edition,
    ...(from !== undefined && { from }),
    ...(date !== undefined && { date }),
    ids: stories.map(({ id }) => id),
    ...(followUps.length > 0 && { followUps }),
  }
}

/** A page of a digest: the first has all stories, the others those of a section each. */
export async function makeDigestPage(
  { archive }: Pick<Parts, 'archive'>,
  spec: DigestSpec,
  { list, page, ownerId, withSources = false }: PageRequest & { readonly withSources?: boolean },
  texts: Texts,
): Promise<ListPage> {
  const articles = (await archive.getMany(spec.ids)).filter((article) => article !== undefined)
  const { followUps = [] } = spec
  const later = await archive.getMany(followUps.map(([, followUp]) => followUp))
  const content = {
    title: titleOf(spec, texts),
    remarks: remarksOf(spec, texts),
    articles,
    isRoundUp: spec.edition === 'week' || spec.edition === 'days',
    followUps: new Map(followUps.flatMap(([story], i) => (later[i] ? [[story, later[i]] as const] : []))),
    wasAsked: ownerId !== undefined,
    withSources,
  }
  return { total: articles.length, message: renderDigest(content, { list, page }, texts) }
}

/** What a digest is of, and of which day. */
export const titleOf = ({ edition, from, date }: DigestSpec, texts: Texts): string =>
  `${texts.editions[edition]} · ${date === undefined ? texts.undated : renderDays(from ?? date, date, texts)}`

function remarksOf({ late, again }: DigestSpec, texts: Texts): readonly string[] {
  const day = late?.day === undefined ? undefined : renderDay(late.day, texts)
  return [...(late ? [texts.late(late.time, day)] : []), ...(again ? [texts.perhapsAgain] : [])]
}
