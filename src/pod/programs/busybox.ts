import { defineProgram, failed, printed } from './program.ts'

/** `busybox APPLET …`, and what it is. */
export const busybox = defineProgram({
  names: ['busybox'],
  run({ words, machine, other }) {
    const [applet, ...rest] = words
    if (applet === undefined || applet === '--help') return printed('BusyBox v1.37.0 multi-call binary.\n')
    if (applet === '--list') return printed(`${machine.system.programs.join('\n')}\n`)
    if (!machine.system.programs.includes(applet)) return failed(`${applet}: applet not found\n`, 127)
    return other(applet, rest)
  },
})

/** A pager shows all where nobody can turn pages. */
export const more = defineProgram({
  names: ['more', 'less'],
  run: ({ words, other }) => other('cat', words),
})

export const vi = defineProgram({
  names: ['vi'],
  run: () => failed('vi: kubesim has no editor in its pods: write files with cat, or bring them with kubectl cp\n'),
})

export const tar = defineProgram({
  names: ['tar'],
  run: () => failed('tar: kubesim packs no archives in its pods: kubectl cp copies files and folders\n'),
})
