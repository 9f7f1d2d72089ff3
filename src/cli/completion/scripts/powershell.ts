import type { Script } from './script.ts'

export const powershell: Script = {
  name: 'powershell',
  text: ([program = '', ...others]) => `# PowerShell completion for ${program}
$__${program}Complete = {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if (-not $wordToComplete) { $words += '""' }
  $lines = @(& ${program} __complete @words 2>$null)
  if ([int]($lines[-1].TrimStart(':')) -band 8) { return }
  $lines | Select-Object -SkipLast 1 | ForEach-Object {
    $word, $summary = $_ -split "\`t", 2
    if (-not $summary) { $summary = $word }
    [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $summary)
  }
}
${others.map(name => `Set-Alias ${name} ${program}\n`).join('')}Register-ArgumentCompleter -Native -CommandName ${[program, ...others].map(name => `'${name}'`).join(', ')} -ScriptBlock $__${program}Complete
`,
}
