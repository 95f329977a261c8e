import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'

const deploy = join(import.meta.dirname, '..', '..', 'deploy')
const read = (file: string) => readFileSync(join(deploy, file), 'utf8')
const settings = readFileSync(join(deploy, '..', '.env.example'), 'utf8')

interface Compose {
  readonly services: Readonly<
    Record<
      string,
      {
        readonly profiles: readonly string[]
        readonly environment?: object
        readonly volumes?: readonly string[]
      }
    >
  >
  readonly volumes: object
}

const compose = parse(read('compose.yaml'), { merge: true }) as Compose
const inProfile = (name: string) =>
  Object.keys(compose.services).filter((it) => compose.services[it]?.profiles.includes(name))

test('compose has a profile for each tier, and every volume and setting in it is one', () => {
  expect(inProfile('one')).toEqual(['bot'])
  expect(inProfile('several')).toEqual(['first', 'second', 'third', 'proxy', 'postgres'])
  expect(inProfile('search')).toEqual([...inProfile('several'), 'opensearch'])
  for (const { volumes = [] } of Object.values(compose.services))
    for (const [name = ''] of volumes.map((it) => it.split(':')))
      if (!name.startsWith('.')) expect(Object.keys(compose.volumes)).toContain(name)
  for (const name of Object.keys(compose.services['first']?.environment ?? {}))
    expect(settings).toContain(name)
})

test('the proxy asks the replicas of compose whether they are ready, on the port of the image', () => {
  const proxy = read('haproxy.cfg')
  const image = readFileSync(join(deploy, '..', 'Dockerfile'), 'utf8')
  expect([...proxy.matchAll(/^ {2}server (\w+) \1:8443$/gm)].map(([, name]) => name)).toEqual(
    inProfile('several').slice(0, 3),
  )
  expect(proxy).toContain('GET /health/ready')
  expect(/check port (\d+)/.exec(proxy)?.[1]).toBe(/OPS_PORT=(\d+)/.exec(image)?.[1])
})

test('the Kubernetes example names settings that there are, and gives a bot longer than it needs to end', () => {
  const [deployment] = parseAllDocuments(read('kubernetes/paperboy.yaml')).map((it) => it.toJS() as object)
  expect(deployment).toMatchObject({ kind: 'Deployment', spec: { template: { spec: {} } } })
  const text = JSON.stringify(deployment)
  const names = [...text.matchAll(/"name":"([A-Z_]+)"/g)].map(([, name = '']) => name)
  expect(names.length).toBeGreaterThan(3)
  for (const name of names) expect(settings).toContain(name)
  expect(Number(/"terminationGracePeriodSeconds":(\d+)/.exec(text)?.[1])).toBeGreaterThan(10)
})
