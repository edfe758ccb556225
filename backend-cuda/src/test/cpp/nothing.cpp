// A stand-in for libraries that the Java binding is linked to and that nothing calls.
extern "C" int fake_nothing() { return 0; }
