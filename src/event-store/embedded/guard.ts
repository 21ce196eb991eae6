import { spawn } from 'node:child_process';
import { Socket } from 'node:net';

export type Guard = Readonly<{ watch(server: number): void; dismiss(): void }>;

// Reads the server's number (again after each try to start it) until the pipe closes: our death closes it, SIGKILL too.
const SCRIPT = `
server=
while read -r latest; do server=$latest; done
if [ -n "$server" ]; then
  kill -"$1" "$server" 2>/dev/null
  tries=0
  while kill -0 "$server" 2>/dev/null && [ "$tries" -lt 100 ]; do tries=$((tries + 1)); sleep 0.1; done
  kill -QUIT "$server" 2>/dev/null
fi
if [ -n "$2" ]; then rm -rf -- "$2"; fi
`;

/**
 * A small process that outlives us for as long as it takes to stop the server (and, given `remove`, to delete
 * that folder), whatever ends us.
 */
export function postGuard(signal: 'INT' | 'QUIT', remove: string | null): Guard {
  const shell = spawn('/bin/sh', ['-c', SCRIPT, 'daybook-guard', signal, remove ?? ''], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  shell.unref();
  if (shell.stdin instanceof Socket) shell.stdin.unref();
  return {
    watch: (server) => shell.stdin.write(`${server}\n`),
    dismiss: () => void shell.kill('SIGKILL'),
  };
}
