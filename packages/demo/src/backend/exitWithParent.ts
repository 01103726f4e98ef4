// Loaded into the backend before anything else: when the demo is gone without
// having said so, the backend's whole process group goes too.
process.on('disconnect', () => {
  process.kill(-process.pid, 'SIGTERM');
  // Requests that wait for events keep a backend up for most of a minute.
  setTimeout(() => process.kill(-process.pid, 'SIGKILL'), 3_000);
});
