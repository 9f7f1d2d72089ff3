import type { Script } from './script.ts'

export const fish: Script = {
  name: 'fish',
  text: ([program = '', ...others]) => `# fish completion for ${program}
function __${program}_complete
  set -l words (commandline -opc)
  set -l current (commandline -ct)
  set -l reply (command ${program} __complete $words[2..-1] "$current" 2>/dev/null)
  test (count $reply) -gt 0; or return
  set -l directive (string sub -s 2 -- $reply[-1])
  set -e reply[-1]
  if test (math "bitand($directive, 8)") -ne 0
    __fish_complete_path $current
    return
  end
  set -l prefix ''
  string match -qr '^--[^=]+=' -- $current; and set prefix (string replace -r '=.*' '=' -- $current)
  for line in $reply
    echo $prefix$line
  end
  test (math "bitand($directive, 4)") -eq 0; and __fish_complete_path $current
end
${others.map(name => `alias ${name} ${program}\n`).join('')}${[program, ...others]
  .map(name => `complete -c ${name} -f -a '(__${program}_complete)'\n`)
  .join('')}`,
}
