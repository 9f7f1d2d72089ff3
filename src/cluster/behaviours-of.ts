import type { BehaviourOf } from '../api/behaviour.ts'
import type { Snapshot } from '../apiserver/backend.ts'
import { behavioursIn } from '../images/behaviour-of.ts'
import { containerFiles } from './container-files.ts'

/** What the containers of a cluster do, with what was written in them. */
export const behavioursOf = ({ view, store, settings: { clusterDomain } }: Snapshot): BehaviourOf =>
  behavioursIn(view, containerFiles({ store, view, clusterDomain }))
