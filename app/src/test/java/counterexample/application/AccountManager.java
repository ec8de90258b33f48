package counterexample.application;

class AccountManager {}
