import type { Script } from './script.ts'

/** Asks the program for words, and leaves names of files to bash where it says so. */
export const bash: Script = {
  name: 'bash',
  text: ([program = '', ...others]) => `# bash completion for ${program}
__${program}_complete() {
  local line word reply directive=0 words=("\${COMP_WORDS[@]:1:COMP_CWORD}")
  # bash takes = and : for words of their own; the program wants them as they were typed.
  line="\${COMP_LINE:0:COMP_POINT}"
  read -r -a words <<< "$line"
  [[ "$line" == *[[:space:]] ]] && words+=("")
  word="\${words[-1]}"
  reply="$("\${words[0]}" __completeNoDesc "\${words[@]:1}" 2>/dev/null)" || return
  directive="\${reply##*:}"
  if (( directive & 8 )); then compopt -o default; return; fi
  reply="\${reply%:*}"
  COMPREPLY=()
  while IFS= read -r line; do
    [[ -z "$line" ]] && continue
    [[ "$word" == *=* && "$line" != *=* ]] || { [[ "$word" == *:* ]] && line="\${line#"\${word%:*}:"}"; }
    COMPREPLY+=("$line")
  done <<< "$reply"
  if (( directive & 2 )) || [[ "\${#COMPREPLY[@]}" -eq 1 && "\${COMPREPLY[0]}" == *= ]]; then compopt -o nospace; fi
  if (( (directive & 4) == 0 )); then compopt -o default; fi
}
${others.map(name => `alias ${name}=${program}\n`).join('')}complete -F __${program}_complete ${[program, ...others].join(' ')}
`,
}
