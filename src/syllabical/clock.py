"""Local time in, aware time out; a zone's clock changes. The only file that knows pytz."""
