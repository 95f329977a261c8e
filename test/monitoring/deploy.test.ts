import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Metrics } from '../../src/monitoring/index.ts'
import { wellState } from '../support/monitored-state.ts'

const root = join(import.meta.dirname, '..', '..')
test('the dashboard asks for metrics that there are', async () => {
  const { text } = await new Metrics().render(wellState)
  const known = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name))
  const dashboard = readFileSync(join(root, 'deploy', 'grafana', 'paperboy.json'), 'utf8')
  const { panels } = JSON.parse(dashboard) as { panels: { targets: { expr: string }[] }[] }
  const asked = panels.flatMap(({ targets }) =>
    targets.flatMap(({ expr }) => expr.match(/\b(?:paperboy|process|nodejs)_\w+/g) ?? []),
  )
  expect(asked.length).toBeGreaterThan(10)
  expect(asked.map((it) => it.replace(/_(?:bucket|count|sum)$/, '')).filter((it) => !known.has(it))).toEqual(
    [],
  )
})

test('every figure of the bot is on the dashboard, and told of in the handbook of operators', async () => {
  const { text } = await new Metrics().render(wellState)
  const own = [...text.matchAll(/^# TYPE (paperboy_\S+)/gm)].map(([, name = '']) => name)
  expect(own.length).toBeGreaterThan(15)
  for (const file of ['deploy/grafana/paperboy.json', 'docs/operations.md']) {
    const said = readFileSync(join(root, file), 'utf8')
    expect(own.filter((name) => !said.includes(name))).toEqual([])
  }
})

test('the service runs the command that there is, and gives the bot longer than it needs to end in order', () => {
  const unit = readFileSync(join(root, 'deploy', 'systemd', 'paperboy.service'), 'utf8')
  const program = /^ExecStart=\S+ (\S+) serve$/m.exec(unit)?.[1] ?? ''
  expect(readFileSync(join(root, program), 'utf8')).toContain('import')
  expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(10)
})
