// What `vscode` is here and in the sandbox: no module, so that importing it is an error.
