"""Tests of messages of Outlook."""
