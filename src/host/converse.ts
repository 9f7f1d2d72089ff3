import type { Socket } from 'node:net'
import type { Speaker, Utterance } from '../cli/world/world.ts'

/** Carries bytes between a program and who speaks to it, until one of them ends the connection. */
export const converse = async (socket: Socket, { greeting, answer }: Speaker): Promise<void> => {
  let isOver = say(socket, greeting)
  // What was said last is still to be sent when nothing more is read.
  const chunks = socket.iterator({ destroyOnReturn: false })
  while (!isOver) {
    const { value, done } = await chunks.next()
    isOver = done === true || say(socket, await answer((value as Buffer).toString('latin1')))
  }
  socket.end().resume()
}

/** Whether the connection ends with it. */
const say = (socket: Socket, { bytes, closes }: Utterance): boolean => {
  if (bytes !== '') socket.write(bytes, 'latin1')
  return closes
}
