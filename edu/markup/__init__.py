"""What pages for a browser are made of: scripts and styles as short texts, colours, the policy that lets nothing else in."""
