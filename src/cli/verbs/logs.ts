import { checkLogsOptions, declareLogs, type LogsFlags, logsOptions } from '../logs/flags.ts'
import { printLog } from '../logs/print-logs.ts'
import { logSources, logSubject } from '../logs/sources.ts'
import { defineVerb, Failure } from '../verb.ts'

export const logs = defineVerb({
  usage: '[-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]',
  description:
    'Shows what the containers of a pod printed; of a workload, those of one of its pods. Which container is meant need ' +
    'not be said if there is one.',
  examples: `# The log of CoreDNS
kubectl logs -n kube-system deployment/coredns

# The last lines of all pods with a label, each with its source
kubectl logs -n kube-system -l k8s-app=kube-dns --tail=3 --prefix`,
  declare: declareLogs,
  complete: (args, flags: LogsFlags, invocation) => logsOptions(args, flags, invocation),

  async run(options, context) {
    const subject = await logSubject(options, context)
    checkLogsOptions(options)
    const sources = await logSources(subject, options, context)
    const { follow, maxLogRequests: most } = options.flags
    if (follow && sources.length > most) {
      throw new Failure(
        `you are attempting to follow ${sources.length} log streams, but maximum allowed concurrency is ${most}, ` +
          'use --max-log-requests to increase the limit',
      )
    }
    const kubelet = await context.world.openKubelet(context.cluster)
    const print = (source: (typeof sources)[number]) => printLog(source, options, { context, kubelet })
    if (follow) await Promise.all(sources.map(print))
    else for (const source of sources) await print(source)
  },
})
