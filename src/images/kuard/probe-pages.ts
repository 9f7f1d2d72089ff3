import type { ContainerRequest, ContainerResponse } from '../../api/behaviour.ts'
import { json, text } from '../reply.ts'
import type { ContainerRun, Process } from '../running.ts'
import { type Switch, switchesOf, withSwitch } from '../switches.ts'
import { probeHistory } from './probe-history.ts'

interface Asked {
  readonly running: Process
  readonly request: ContainerRequest
  readonly now: number
}

/** `/ready` and `/healthy`, which probes ask, and the switch that each has at `/api`. Undefined for other paths. */
export const probePages = (path: string, asked: Asked): ContainerResponse | undefined => {
  const [, probe, api] = /^(\/ready|\/healthy)(\/api)?$/.exec(path) ?? []
  if (probe === undefined) return undefined
  return api ? switchApi(probe, asked) : text('ok')
}

/**
 * GET tells how a probe stands; PUT with `failNext` lets it fail: so many times, for good (-1), or no more (0). How often
 * it was asked is not counted: the kubelet asks once in a period.
 */
const switchApi = (path: string, asked: Asked): ContainerResponse => {
  const { request, running, now } = asked
  const { pod, container } = running
  if (request.method !== 'PUT' && request.method !== 'POST') return standing(path, running, now)
  const failNext = failNextOf(request.body)
  if (failNext === undefined) return text('bad request\n', 400)
  if (failNext === 0) return pressed(path, withSwitch(pod, container.name, { path, status: 0, from: now }), asked)
  const body = failNext < 0 ? 'fail, permanent' : `fail, ${failNext - 1} left`
  const failing = withSwitch(pod, container.name, { path, status: 500, from: now, body })
  if (failNext < 0) return pressed(path, failing, asked)
  const until = now + failNext * periodOf(path, running)
  return pressed(path, withSwitch(failing, container.name, { path, status: 0, from: until }), asked)
}

const pressed = (path: string, pod: Process['pod'], { running, now }: Asked): ContainerResponse => {
  const { container, startedAt } = running
  return { ...standing(path, { pod, container, startedAt }, now), leaves: pod }
}

const standing = (path: string, running: ContainerRun, now: number): ContainerResponse => {
  const switches: readonly Switch[] = switchesOf(running).filter(one => one.path === path)
  const isFailing = (switches.findLast(({ from }) => from <= now)?.status ?? 0) >= 400
  const end = switches.find(({ from, status }) => from > now && status === 0)?.from
  const left = end === undefined ? -1 : Math.ceil((end - now) / periodOf(path, running))
  const history = probeHistory(path, switches, { running, now })
  // The original never says which path it is.
  return json({ probePath: '', failNext: isFailing ? left : 0, history })
}

const periodOf = (path: string, { container }: ContainerRun): number => {
  const probe = path === '/ready' ? container.readinessProbe : container.livenessProbe
  return (probe?.periodSeconds ?? 10) * 1000
}

const failNextOf = (body: string): number | undefined => {
  try {
    const { failNext } = JSON.parse(body) as { failNext?: unknown }
    return typeof failNext === 'number' ? failNext : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
