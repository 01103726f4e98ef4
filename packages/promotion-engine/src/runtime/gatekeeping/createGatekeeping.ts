import { EngineContext } from '../context';
import { Gatekeeping } from './Gatekeeping';
import { releaseLock } from './releaseLock';
import { reportTest } from './reportTest';
import { setLock } from './setLock';
import { endWindow, setWindow } from './setWindow';
import { whatIf } from './whatIf';

export function createGatekeeping(engine: EngineContext): Gatekeeping {
  return {
    whatIf: input => whatIf(engine, input),
    lock: input => setLock(engine, input),
    release: input => releaseLock(engine, input),
    setWindow: input => setWindow(engine, input),
    endWindow: input => endWindow(engine, input),
    report: input => reportTest(engine, input),
  };
}
