// Loaded into the backend before anything else: when the demo is gone without
// having said so, the backend's whole process group goes too.
process.on('disconnect', () => {
  process.kill(-process.pid, 'SIGTERM');
});
