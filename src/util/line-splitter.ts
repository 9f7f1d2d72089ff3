/** Text that comes in pieces, line by line: what is behind the last line's end waits for more, or for the end. */
export interface LineSplitter {
  write(text: string): void
  end(): void
}

export const lineSplitter = (print: (line: string) => unknown): LineSplitter => {
  let open = ''
  return {
    write(text) {
      const parts = (open + text).split('\n')
      open = parts.pop() ?? ''
      for (const part of parts) print(part)
    },
    end() {
      if (open !== '') print(open)
      open = ''
    },
  }
}
