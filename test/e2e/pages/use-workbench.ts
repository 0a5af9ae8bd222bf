import { Workbench, type WorkbenchOptions } from './workbench.ts';

/**
 * Gives a mocha suite one workbench: started before its first test, stopped after its last. When a test fails, a
 * picture of that moment and the logs stay in out/shots/failed-….
 * @returns a function that hands out the workbench; call it inside tests
 */
export function useWorkbench(options: WorkbenchOptions = {}): () => Workbench {
  let workbench: Workbench | undefined;
  before(async () => {
    workbench = await Workbench.start(options);
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await workbench?.keepEvidence(`failed-${this.currentTest.fullTitle().replace(/[^\w]+/g, '-')}`);
  });
  after(() => workbench?.stop());
  return () => {
    if (!workbench) throw new Error('the workbench is there only inside tests');
    return workbench;
  };
}
