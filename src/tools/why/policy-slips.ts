import type { LabelSelector, Namespace, NetworkPolicy, NetworkPolicyPeer, Pod } from '../../api/generated/types.ts'
import { matches } from '../../api/labels.ts'
import type { KubeObject } from '../../api/meta.ts'
import type { Finding, WhyContext } from './check.ts'
import { labelText, nameOf, patching } from './commands.ts'
import { nearestLabels } from './nearest-labels.ts'

/** A selector of a NetworkPolicy that matches nothing, and what it nearly matches. */
export interface PolicySlip extends Finding {
  readonly direction: 'own' | 'ingress' | 'egress'
}

/** What in a NetworkPolicy selects nothing that is there. */
export const policySlips = (policy: NetworkPolicy, context: WhyContext): readonly PolicySlip[] => {
  const { spec } = policy
  const pods = context.view.list<Pod>('Pod', policy.metadata.namespace)
  const own = { selector: spec?.podSelector, pointer: '/spec/podSelector', direction: 'own', what: 'pods' } as const
  return [
    own,
    ...(spec?.ingress ?? []).flatMap(({ from = [] }, rule) => peers(from, `/spec/ingress/${rule}/from`, 'ingress')),
    ...(spec?.egress ?? []).flatMap(({ to = [] }, rule) => peers(to, `/spec/egress/${rule}/to`, 'egress')),
  ].flatMap(place => {
    const candidates = place.what === 'pods' ? pods : context.view.list<Namespace>('Namespace')
    return slip(place, candidates, { policy, context })
  })
}

interface Place {
  readonly selector: LabelSelector | undefined
  /** Where it stands (RFC 6901). */
  readonly pointer: string
  readonly direction: PolicySlip['direction']
  readonly what: 'pods' | 'namespaces'
}

/** Pods of other namespaces are not looked at: who is to come may not be there yet. */
const peers = (
  all: readonly NetworkPolicyPeer[],
  pointer: string,
  direction: PolicySlip['direction'],
): readonly Place[] =>
  all.flatMap(({ podSelector, namespaceSelector }, index): readonly Place[] => {
    const place = {
      direction,
      pointer: `${pointer}/${index}/${namespaceSelector ? 'namespaceSelector' : 'podSelector'}`,
    }
    if (namespaceSelector) return [{ ...place, selector: namespaceSelector, what: 'namespaces' }]
    return podSelector ? [{ ...place, selector: podSelector, what: 'pods' }] : []
  })

const slip = (
  { selector, pointer, direction, what }: Place,
  candidates: readonly KubeObject[],
  { policy, context }: { readonly policy: NetworkPolicy; readonly context: WhyContext },
): readonly PolicySlip[] => {
  const wanted = selector?.matchLabels ?? {}
  if (Object.keys(wanted).length === 0 || candidates.some(({ metadata }) => matches(selector ?? {}, metadata.labels)))
    return []
  const meant = nearestLabels(
    wanted,
    candidates.map(({ metadata }) => metadata.labels ?? {}),
  )
  // Nobody is selected who is not there: that is no mistake as long as nothing comes near it.
  if (!meant) return []
  const told = meant.differences.map(text => (what === 'pods' ? text : text.replaceAll('the pods', 'the namespaces')))
  return [
    {
      direction,
      about: nameOf(context, policy),
      cause: `its ${direction === 'own' ? 'podSelector' : `${direction} rule`} selects no ${what}: ${told.join(', and ')}`,
      evidence: [`${pointer} is ${labelText(wanted)}`],
      mend: [
        patching(context, policy, [{ op: 'replace', path: `${pointer}/matchLabels`, value: meant.labels }], 'json'),
      ],
    },
  ]
}
