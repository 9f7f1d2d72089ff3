import { writeSync } from 'node:fs'

/**
 * Writes text to a file descriptor at once and whole. `process.stdout` would cost its own start-up and may lose the end
 * on exit. A reader that closed its end (`| head`) ends the program quietly.
 */
export const createOutput = (descriptor: number, onClosed: () => void) => ({
  write(text: string): void {
    const buffer = Buffer.from(text)
    let written = 0
    while (written < buffer.length) written += writeSome(descriptor, buffer.subarray(written), onClosed)
  },
})

const writeSome = (descriptor: number, rest: Buffer, onClosed: () => void): number => {
  try {
    return writeSync(descriptor, rest)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EAGAIN') {
      waitBriefly()
      return 0
    }
    if (code !== 'EPIPE') throw error
    onClosed()
    return rest.length
  }
}

// A pipe that does not block is full: wait for its reader without spinning.
const waitBriefly = (): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)
}
