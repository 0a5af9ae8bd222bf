/** A configuration file or an option that cannot be used; the message is for the person who wrote it. */
export class ConfigError extends Error {}
