"""What people write: scenarios, personas and scripts, read strictly into frozen values."""
