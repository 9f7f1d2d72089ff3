import type { Behaviour, BehaviourOf } from '../api/behaviour.ts'
import { commandOf, runOf } from './command.ts'
import { type Image, type Process, repositoryOf } from './image.ts'
import { images } from './index.ts'
import { readSwitches, switched } from './switches.ts'
import { unknownBehaviour } from './unknown.ts'

/** What a container does: as its command says, as its image is known for, or as a program of an unknown image. */
export const behaviourOf: BehaviourOf = (pod, container) => {
  const running = { pod, container }
  const command = commandOf(container)
  const run = command && runOf(command)
  return run ? { listens: [], ...run } : withSwitches(running, imageBehaviour(running))
}

const imageBehaviour = (running: Process): Behaviour =>
  imageOf(running.container.image ?? '')?.behaviour(running) ?? unknownBehaviour(running)

const imageOf = (reference: string): Image | undefined => {
  if (byName.size === 0) for (const image of images) for (const name of image.names) byName.set(name, image)
  return byName.get(repositoryOf(reference))
}
const byName = new Map<string, Image>()

const withSwitches = ({ pod, container }: Process, behaviour: Behaviour): Behaviour => {
  const switches = readSwitches(pod, container.name)
  const { respond } = behaviour
  if (switches.length === 0 || !respond) return behaviour
  return {
    ...behaviour,
    changesAt: [...(behaviour.changesAt ?? []), ...switches.map(({ from }) => from)],
    respond: (request, now) => switched(switches, request, now) ?? respond(request, now),
  }
}
