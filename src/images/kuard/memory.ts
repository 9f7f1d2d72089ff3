import type { ContainerRequest, ContainerResponse } from '../../api/behaviour.ts'
import type { Pod } from '../../api/generated/types.ts'
import { json, text } from '../reply.ts'
import { queryOf } from '../request.ts'
import type { Process } from '../running.ts'

// What a small Go program has.
const own = 1_572_864

/** How much memory it has, and how to have it take more. Undefined for other paths. */
export const memoryPages = (
  path: string,
  running: Process,
  request: ContainerRequest,
): ContainerResponse | undefined => {
  if (path === '/mem/api') return json({ memStats: statistics(takenOf(running)) })
  if (request.method !== 'POST') return undefined
  if (path === '/mem/api/clear') return { ...text(''), leaves: withTaken(running, 0) }
  return path === '/mem/api/alloc' ? allocate(running, queryOf(request)('size')) : undefined
}

const allocate = (running: Process, size: string): ContainerResponse => {
  if (size === '') return text('size not specified\n', 400)
  if (!/^\d+$/.test(size)) return text('bad size param\n', 400)
  return { ...text(''), leaves: withTaken(running, takenOf(running) + Number(size)) }
}

const statistics = (taken: number): object => {
  const used = own + taken
  const system = 8_388_608 + taken
  return { Alloc: used, TotalAlloc: used, Sys: system, HeapAlloc: used, HeapSys: system, HeapInuse: used, NumGC: 0 }
}

/** The annotation of a pod that keeps what one run of a container was made to take: the run's start, and bytes. */
const takenKey = (container: string): string => `kubesim.io/memory.${container}`

const takenOf = ({ pod, container, startedAt }: Process): number => {
  const [run, bytes] = (pod.metadata.annotations?.[takenKey(container.name)] ?? '').split(' ')
  return Number(run) === startedAt ? Number(bytes) || 0 : 0
}

const withTaken = ({ pod, container, startedAt }: Process, bytes: number): Pod => {
  const annotations = { ...pod.metadata.annotations, [takenKey(container.name)]: `${startedAt} ${bytes}` }
  return { ...pod, metadata: { ...pod.metadata, annotations } }
}
