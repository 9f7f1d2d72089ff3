// Loaded before a program: says on stderr, as its last line, how much memory (KiB) it had at its peak.
process.on('exit', () => {
  require('node:fs').writeSync(2, `\n${process.resourceUsage().maxRSS}`)
})
