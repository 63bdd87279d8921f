@rem The scripts of package.json say exec, so that npm passes signals to the server itself; cmd.exe has no such word.
@%*
