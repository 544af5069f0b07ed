"""Events and the editions published before → editions: who is who, and what rises."""

from syllabical.reconcile.changes import changes
from syllabical.reconcile.next import editions
from syllabical.reconcile.policy import Policy

__all__ = ["Policy", "changes", "editions"]
