import { bash } from './bash.ts'
import { fish } from './fish.ts'
import { powershell } from './powershell.ts'
import type { Script } from './script.ts'
import { zsh } from './zsh.ts'

export const scripts: readonly Script[] = [bash, zsh, fish, powershell]
