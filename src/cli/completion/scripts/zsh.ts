import type { Script } from './script.ts'

export const zsh: Script = {
  name: 'zsh',
  text: ([program = '', ...others]) => `#compdef ${program}
__${program}_complete() {
  local reply directive line prefix
  local -a shown options
  reply="$("${program}" __complete "\${(@Q)words[2,CURRENT]}" 2>/dev/null)" || return
  directive="\${reply##*:}"
  if (( directive & 8 )); then _files -g '*.(json|yaml|yml)'; return; fi
  reply="\${reply%:*}"
  for line in "\${(@f)reply}"; do
    [[ -z "$line" ]] && continue
    line="\${line//:/\\\\:}"
    shown+=("\${line/$'\\t'/:}")
  done
  (( directive & 2 )) && options=(-S '')
  prefix="\${words[CURRENT]}"
  [[ "$prefix" == --*=* ]] && compset -P '*='
  (( \${#shown} )) && _describe -V completions shown "\${options[@]}"
  (( directive & 4 )) || _files
}
${others.map(name => `alias ${name}=${program}\n`).join('')}compdef __${program}_complete ${[program, ...others].join(' ')}
`,
}
