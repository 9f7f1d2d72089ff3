import type { Fault } from '../../api/faults.ts'

/** What is broken, in words. */
export const faultText = (fault: Fault): string => {
  switch (fault.fault) {
    case 'probe':
      return `the ${fault.probe} probe of container ${fault.container} fails`
    case 'crash':
      return `container ${fault.container} ends with code ${fault.exitCode}${fault.run !== undefined ? ', once' : ''}`
    case 'image':
      return `image ${fault.image} cannot be pulled`
    case 'down':
      return 'the node is off'
    case 'silent':
      return 'the DNS does not answer'
    case 'path':
      return pathText(fault)
  }
}

const pathText = ({ latency = 0, loss = 0 }: Extract<Fault, { fault: 'path' }>): string =>
  [
    ...(latency > 0 ? [`the way there takes ${latency} ms more`] : []),
    ...(loss > 0 ? [`${Math.round(loss * 1000) / 10} % of packets are lost`] : []),
  ].join(', ')
