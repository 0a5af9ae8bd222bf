/** The services of a project, and the name that the file of each has where one runs the server oneself. */
export const SERVICE_FILES = { identity: 'kratos', oauth2: 'hydra', permission: 'keto' } as const;
export type ProjectService = keyof typeof SERVICE_FILES;
export const PROJECT_SERVICES = Object.keys(SERVICE_FILES) as readonly ProjectService[];
