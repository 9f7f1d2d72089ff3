import { binding } from './binding.ts'
import { eviction } from './eviction.ts'
import { finalize } from './finalize.ts'
import { scale } from './scale.ts'
import { status } from './status.ts'
import type { Subresource } from './subresource.ts'
import { token } from './token.ts'

export const subresources: readonly Subresource[] = [binding, eviction, finalize, scale, status, token]
