import type { Command } from 'commander'
import { Failure, UsageError } from '../../errors.ts'
import type { Context } from '../../verb.ts'

export interface ListenFlags {
  readonly address: string
  readonly realDns?: boolean
}

/** The flags of who serves DNS: where, and what lies behind the cluster. */
export const listenFlags = (command: Command): void => {
  command.option('--address <address>', 'Where to listen: this machine only, unless told otherwise.', '127.0.0.1')
  command.option('--real-dns', "Ask this machine's own resolver for names of the Internet.")
}

/** A port as a flag gives it; refuses what is none. */
export const portOf = (flag: string, port: number): number => {
  if (port < 0 || port > 65535) throw new UsageError(`${flag} must be between 0 and 65535`)
  return port
}

interface Listening {
  readonly host: string
  readonly port: number
  readonly realDns: boolean
}

/** Serves the cluster's DNS until the program is interrupted. */
export const serveDns = async (at: Listening, { world, cluster, io }: Context): Promise<void> => {
  const interrupted = world.interrupted()
  const { port, close } = await world.serveDns(cluster, at).catch(refuse)
  io.out.write(`Serving DNS on ${at.host}:${port} (UDP and TCP)\n`)
  await interrupted
  close()
}

const refuse = (error: unknown): never => {
  throw new Failure(`unable to listen: ${error instanceof Error ? error.message : String(error)}`)
}
