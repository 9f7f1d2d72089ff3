import type { Command } from 'commander'
import { type DryRunFlags, declareDryRun } from '../dry-run.ts'
import { declareFieldManager, type FieldManagerFlags } from '../field-manager.ts'
import { declareOverrides, type OverrideFlags } from '../generators/overrides.ts'
import { declarePrinting, type PrintFlags } from '../output/printing.ts'
import { declareRecord } from '../record.ts'
import { declareSaveConfig, type SaveConfigFlags } from '../save-config.ts'
import { declareFiles, type FileFlags } from '../selection/selection.ts'

export interface ExposeFlags
  extends FileFlags,
    PrintFlags,
    DryRunFlags,
    FieldManagerFlags,
    OverrideFlags,
    SaveConfigFlags {
  readonly protocol: string
  readonly port: string
  readonly type: string
  readonly loadBalancerIp: string
  readonly selector: string
  readonly labels: string
  readonly targetPort: string
  readonly externalIp: string
  readonly name: string
  readonly sessionAffinity: string
  readonly clusterIp: string
}

export const declareExpose = (command: Command): void => {
  command
    .option('--port <ports>', 'The ports of the Service; those of the object if unset.', '')
    .option('--target-port <port>', 'The port of the pods, by number or name; that of the Service if unset.', '')
    .option('--protocol <protocol>', "TCP, UDP or SCTP; the object's if unset.", '')
    .option('--name <name>', "The name of the Service; the object's if unset.", '')
    .option('--type <type>', 'ClusterIP (the default), NodePort, LoadBalancer or ExternalName.', '')
    .option('--selector <labels>', "What picks the pods: a=b,c=d; the object's own selector if unset.", '')
    .option('-l, --labels <labels>', "The labels of the Service; the object's if unset.", '')
    .option('--cluster-ip <address>', "The address to ask for, or 'None' for a headless Service.", '')
    .option('--external-ip <address>', 'An address that leads to a node and is to lead to the Service.', '')
    .option('--load-balancer-ip <address>', 'The address to ask of the load balancer.', '')
    .option('--session-affinity <affinity>', "'ClientIP' keeps a client with its pod; 'None' does not.", '')
  declareFiles(command, 'what to expose')
  declareRecord(command)
  declareOverrides(command)
  declareFieldManager(command, 'kubectl-expose')
  declareSaveConfig(command)
  declarePrinting(command)
  declareDryRun(command)
}
