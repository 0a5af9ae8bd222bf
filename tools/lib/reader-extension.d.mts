/** The name of the entry in the status bar whose text is the port that this window's reader listens on. */
export const READER_ENTRY: string;
/** Packs the extension. @param vsix where the package goes */
export function packReader(vsix: string): Promise<void>;
