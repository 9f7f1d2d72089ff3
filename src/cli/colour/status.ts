import { theme } from './theme.ts'

const good = /^(Running|Ready|Active|Bound|Available|Complete|Completed|Succeeded|True)$/
const waiting =
  /^(Pending|ContainerCreating|PodInitializing|Terminating|Released|Suspended|Unknown|SchedulingDisabled|Warning)$/
const waitingToStart = /^(Init:\d+\/\d+|<pending>)$/
const bad =
  /^(Failed|Error|Evicted|NotReady|Lost|(Init:)?(\w*BackOff|\w*Err\w*|OOMKilled|ExitCode:\d+|Signal:\d+)|InvalidImageName)$/

/**
 * Words that tell how something is (`Running`, `Ready,SchedulingDisabled`) in their colours, any other text as it is.
 */
export const paintStatus = (text: string): string => text.split(',').map(paintWord).join(',')

const paintWord = (word: string): string => {
  if (good.test(word)) return theme.good(word)
  if (waiting.test(word) || waitingToStart.test(word)) return theme.waiting(word)
  return bad.test(word) ? theme.bad(word) : word
}
